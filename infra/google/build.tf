resource "google_artifact_registry_repository" "images" {
  repository_id = "tallysheet"
  location      = var.region
  format        = "DOCKER"
  description   = "Images of Tallysheet's functions"

  # Images that nobody removes are what a small deployment ends up paying for. The newest stay, to go back to.
  cleanup_policies {
    id     = "keep-newest"
    action = "KEEP"
    most_recent_versions {
      keep_count = 5
    }
  }
  cleanup_policies {
    id     = "delete-old"
    action = "DELETE"
    condition {
      older_than = "2592000s"
    }
  }

  depends_on = [google_project_service.apis]
}

# What is built from, on its way to Cloud Build.
resource "google_storage_bucket" "sources" {
  name                        = "${var.project}-tallysheet-sources"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = true

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      age = 7
    }
  }

  soft_delete_policy {
    retention_duration_seconds = 0
  }

  depends_on = [google_project_service.apis]
}
