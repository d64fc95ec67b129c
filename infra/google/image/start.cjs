// What the image starts. The bundle stays a file of its own, where the compile cache knows it.
require(`./${process.env.FUNCTION_TARGET}/index.cjs`)
