//! Random bytes that nobody can guess, for what is locked.

/// Fills with random bytes of the browser's; says whether it could.
pub fn fill(bytes: &mut [u8]) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}
