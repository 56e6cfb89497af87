//! Starts the program that has every page.

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    bellwether::pages::begin::<bellwether::pages::Whole>();
}
