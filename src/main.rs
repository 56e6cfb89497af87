//! Starts the program of the first view.

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    bellwether::pages::begin::<bellwether::pages::First>();
}
