#!/usr/bin/env bash
# Deploys Tallysheet from this checkout to the project in terraform.tfvars; docs/deploy.md is its manual.
#
#   bash infra/google/deploy.sh            builds the image, shows what changes, asks, and does it
#   bash infra/google/deploy.sh --settings takes over what changed in terraform.tfvars; the image that runs stays
#   bash infra/google/deploy.sh --plan     shows what would change with the image that runs now; changes nothing
#   bash infra/google/deploy.sh --image IMAGE@sha256:…    goes back (or on) to an image that was built before
#
# Stops at the first failure. May be repeated at any time: what is there already is left as it is.
set -euo pipefail
cd "$(dirname "$0")"

die() { printf 'deploy: %s\n' "$1" >&2; exit 1; }
step() { printf '\n== %s\n' "$1"; }
. ./state.sh

plan=false settings=false image=''
while [ $# -gt 0 ]; do
  case $1 in
    --plan) plan=true ;;
    --settings) settings=true ;;
    --image) image=${2:?'deploy: --image takes an image'}; shift ;;
    *) printf 'usage: bash infra/google/deploy.sh [--settings] [--plan] [--image IMAGE@sha256:DIGEST]\n' >&2; exit 2 ;;
  esac
  shift
done

for tool in gcloud terraform git; do command -v "$tool" > /dev/null || die "$tool is missing; docs/deploy.md says where it comes from"; done
[ -f terraform.tfvars ] || die 'terraform.tfvars is missing: copy terraform.tfvars.example and fill it in'

project=$(setting project) region=$(setting region) version=$(setting smtp_password_version)
[ -n "$project" ] || die 'terraform.tfvars names no project'
# As in variables.tf.
region=${region:-asia-southeast1} version=${version:-1}
state="$project-tallysheet-state"
nothing_yet='nothing is deployed yet: start this script without --plan and --settings'

step "project $project, region $region"
gcloud projects describe "$project" --format='value(projectNumber)'

step 'where Terraform keeps its state'
if ! $plan; then
  # What Terraform needs before it can switch on the rest.
  gcloud services enable cloudresourcemanager.googleapis.com serviceusage.googleapis.com storage.googleapis.com --project="$project"
fi
bucket=$(look_up storage buckets describe "gs://$state" --format='value(name)')
if [ -z "$bucket" ]; then
  if $plan || $settings; then die "$nothing_yet"; fi
  gcloud storage buckets create "gs://$state" --project="$project" --location="$region" --uniform-bucket-level-access --public-access-prevention
fi
$plan || gcloud storage buckets update "gs://$state" --versioning
tf init -input=false -reconfigure -backend-config="bucket=$state"

if [ -z "$image" ] && { $plan || $settings; }; then
  image=$(running_image)
  [ -n "$image" ] || die "$nothing_yet"
fi

if $plan; then
  step 'what would change'
  tf plan -input=false -var="image=$image"
  exit
fi

step 'what comes before an image: registry, build account, secret'
# No service without an image, and no image without a registry. The metric is here since an alert on one that is just made is refused.
nothing="$region-docker.pkg.dev/$project/tallysheet/functions@sha256:$(printf '0%.0s' {1..64})"
tf apply -input=false -auto-approve -var="image=$nothing" \
  -target=google_project_service.apis \
  -target=google_artifact_registry_repository_iam_member.build_pushes \
  -target=google_storage_bucket_iam_member.build_reads_sources \
  -target=google_project_iam_member.build_writes_logs \
  -target=google_secret_manager_secret.smtp_password \
  -target=google_logging_metric.recalculated

if ! grep -Eq '^ *gmail *= *true' terraform.tfvars; then
  step "the mail server's password, version $version of the secret smtp-password"
  found=$(look_up secrets versions describe "$version" --secret=smtp-password --project="$project" --format='value(state)')
  [ "$found" = ENABLED ] || die "it is ${found:-not there}. Add one, without a line break at its end, and start this script again:
  read -rs PASSWORD && printf %s \"\$PASSWORD\" | gcloud secrets versions add smtp-password --project=$project --data-file=-"
fi

if [ -z "$image" ]; then
  step 'the image'
  tag="$region-docker.pkg.dev/$project/tallysheet/functions:$(date -u +%Y%m%d-%H%M%S)-$(git rev-parse --short HEAD)"
  gcloud builds submit ../.. --project="$project" --config=image/cloudbuild.yaml \
    --service-account="projects/$project/serviceAccounts/tallysheet-build@$project.iam.gserviceaccount.com" \
    --substitutions="_IMAGE=$tag" --gcs-source-staging-dir="gs://$project-tallysheet-sources/source"
  digest=$(gcloud artifacts docker images describe "$tag" --project="$project" --format='value(image_summary.digest)')
  image="${tag%:*}@$digest"
fi

step "the services, their schedules and alerts, with $image"
tf apply -input=false -var="image=$image"
