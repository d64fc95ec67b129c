#!/usr/bin/env bash
# Removes everything that deploy.sh made, after showing it and asking; the workbook stays as it is.
#
# With the outbox goes the record of what was sent: deployed again on the same day, the day's mails could leave once more. Copy it first
# where that matters: gcloud storage cp -r gs://PROJECT-tallysheet-outbox FOLDER
set -euo pipefail
cd "$(dirname "$0")"

die() { printf 'remove: %s\n' "$1" >&2; exit 1; }
. ./state.sh

[ -f terraform.tfvars ] || die 'terraform.tfvars is missing: it says what was deployed'
project=$(setting project)
[ -n "$project" ] || die 'terraform.tfvars names no project'
state="$project-tallysheet-state"

bucket=$(look_up storage buckets describe "gs://$state" --format='value(name)')
[ -n "$bucket" ] || die "there is no gs://$state, so nothing that deploy.sh made is known here"
tf init -input=false -reconfigure -backend-config="bucket=$state"
image=$(running_image)
[ -n "$image" ] || die "nothing was deployed to its end, or all of it is removed; delete what deploy.sh had begun, or the whole project, in Google's console"
printf 'Removes Tallysheet from %s with the record of all mails sent. Type the id of the project to go on: ' "$project"
read -r typed
[ "$typed" = "$project" ] || die 'nothing was removed'

# Protection is a property of what is there: it is switched off before anything can go.
tf apply -input=false -var="image=$image" -var=deletion_protection=false
tf destroy -input=false -var="image=$image" -var=deletion_protection=false
printf 'Left: the state with its history. To remove it too: gcloud storage rm -r gs://%s\n' "$state"
