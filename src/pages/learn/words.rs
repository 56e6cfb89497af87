//! How professions and settings are called on pages.

use crate::learning::{Profession, Setting};

/// A profession, as its members are called.
pub(super) fn profession(profession: Profession) -> &'static str {
    match profession {
        Profession::Nurse => "Nurses",
        Profession::Midwife => "Midwives",
        Profession::Doctor => "Doctors",
        Profession::Pharmacist => "Pharmacists",
        Profession::Physiotherapist => "Physiotherapists",
        Profession::OccupationalTherapist => "Occupational therapists",
        Profession::SpeechAndLanguageTherapist => "Speech and language therapists",
        Profession::Dietitian => "Dietitians",
        Profession::Podiatrist => "Podiatrists",
        Profession::Radiographer => "Radiographers",
        Profession::Orthoptist => "Orthoptists",
        Profession::Paramedic => "Paramedics",
        Profession::OperatingDepartmentPractitioner => "Operating department practitioners",
        Profession::Scientist => "Scientists",
        Profession::NursingAssociate => "Nursing associates",
        Profession::SupportWorker => "Support workers",
        Profession::PracticeManager => "Practice managers",
        Profession::Receptionist => "Receptionists",
        Profession::Student => "Students",
    }
}

/// Where a case is set.
pub(super) fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Ward => "on a ward",
        Setting::Clinic => "in a clinic",
        Setting::Community => "in the community",
        Setting::Theatre => "in theatre",
        Setting::GeneralPractice => "in general practice",
        Setting::Emergency => "in emergency care",
        Setting::Laboratory => "in a laboratory",
        Setting::Maternity => "in maternity care",
        Setting::Office => "in an office",
    }
}

/// So many of something.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}
