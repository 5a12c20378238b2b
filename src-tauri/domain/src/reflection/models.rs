//! x
/// x
pub struct Stage;
/// x
pub struct Model;
/// x
pub fn model(){}
/// x
pub fn models(){}
