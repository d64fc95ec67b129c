terraform {
  required_version = ">= 1.5"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.50"
    }
  }

  # deploy.sh makes the bucket and names it. The state holds no secret: the secret's version is made by hand.
  backend "gcs" {
    prefix = "tallysheet"
  }
}

provider "google" {
  project = var.project
  region  = var.region
}
