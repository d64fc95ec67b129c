# What the functions run as. It has no role on the project: one bucket, one secret, and the spreadsheets that people share with it.
resource "google_service_account" "runtime" {
  account_id   = "tallysheet-runtime"
  display_name = "Tallysheet: the functions. The workbook is shared with this address."
  depends_on   = [google_project_service.apis]
}

resource "google_service_account" "scheduler" {
  account_id   = "tallysheet-scheduler"
  display_name = "Tallysheet: calls the functions on schedule"
  depends_on   = [google_project_service.apis]
}

# The default account of Cloud Build has had no rights of its own since 2024, and more than these before.
resource "google_service_account" "build" {
  account_id   = "tallysheet-build"
  display_name = "Tallysheet: builds the image"
  depends_on   = [google_project_service.apis]
}

resource "google_project_iam_member" "build_writes_logs" {
  project = var.project
  role    = "roles/logging.logWriter"
  member  = google_service_account.build.member
}

resource "google_artifact_registry_repository_iam_member" "build_pushes" {
  location   = google_artifact_registry_repository.images.location
  repository = google_artifact_registry_repository.images.name
  role       = "roles/artifactregistry.writer"
  member     = google_service_account.build.member
}

resource "google_storage_bucket_iam_member" "build_reads_sources" {
  bucket = google_storage_bucket.sources.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.build.member
}

resource "google_storage_bucket_iam_member" "runtime_uses_outbox" {
  bucket = google_storage_bucket.outbox.name
  role   = "roles/storage.objectUser"
  member = google_service_account.runtime.member
}

resource "google_secret_manager_secret_iam_member" "runtime_reads_password" {
  secret_id = google_secret_manager_secret.smtp_password.secret_id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.runtime.member
}

# Gmail as a person: the account has no key, so IAM signs for it, at its own request only.
resource "google_service_account_iam_member" "runtime_signs_for_itself" {
  count              = var.gmail ? 1 : 0
  service_account_id = google_service_account.runtime.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.runtime.member
}
