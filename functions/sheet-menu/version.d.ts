/** Put in by the build, from package.json. */
declare const TALLYSHEET_VERSION: string
