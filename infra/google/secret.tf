# The secret without its value, which would lie in the state: versions are added by hand (docs/deploy.md).
resource "google_secret_manager_secret" "smtp_password" {
  secret_id = "smtp-password"

  replication {
    user_managed {
      replicas {
        location = var.region
      }
    }
  }

  depends_on = [google_project_service.apis]
}
