# shellcheck shell=bash
# What deploy.sh and remove.sh ask of Google and of Terraform's state. Sourced, in this folder. Where a question can't be answered its function
# fails with the tool's own words, and the script ends: what can't be seen is never taken for what isn't there.

# A variable of Terraform as terraform.tfvars sets it.
setting() { sed -n "s/^ *$1 *= *\"\([^\"]*\)\".*/\1/p" terraform.tfvars | tail -n 1; }

# Terraform signs in as gcloud does: one sign-in is enough, and the tallysheet command keeps its own.
tf() {
  local token
  token=$(gcloud auth print-access-token) || return
  GOOGLE_OAUTH_ACCESS_TOKEN=$token terraform "$@"
}

# What gcloud says of a thing, nothing where there is none. Storage says "gs://NAME not found: 404.", other services "NOT_FOUND: ...";
# a refusal may go on "(or it may not exist)", and is a refusal.
look_up() {
  local words code=0
  words=$(mktemp) || return
  gcloud "$@" 2> "$words" || code=$?
  if [ "$code" -ne 0 ] && grep -Eq '\) (gs://[^ ]+ not found: 404|NOT_FOUND:)' "$words"; then
    code=0
  else
    cat "$words" >&2
  fi
  rm -f "$words"
  return "$code"
}

# The image that runs, nothing where none does. As JSON, since of a state without outputs -raw gives out a warning as if it were the value.
running_image() {
  local outputs
  outputs=$(tf output -json) || return
  sed -n '/^  "image": {$/,/^  }/s/^    "value": "\(.*\)"$/\1/p' <<< "$outputs"
}
