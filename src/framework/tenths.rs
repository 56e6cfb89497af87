//! Numbers with one decimal, kept exactly.

use crate::json::{Node, Read, Reader};
use serde::{Serialize, Serializer};

/// A number from 0 to 100 with at most one decimal, such as 3.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "validate", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Tenths(#[cfg_attr(feature = "validate", schemars(with = "f64"))] u16);

/// More than any scale has.
const MOST: f64 = 100.0;

impl Tenths {
    /// So many tenths.
    pub const fn new(tenths: u16) -> Self {
        Self(tenths)
    }

    /// How many tenths it is.
    pub const fn tenths(self) -> u16 {
        self.0
    }
}

impl Tenths {
    fn of(number: f64) -> Option<Self> {
        let tenths = (number * 10.0).round();
        // What a text such as 3.5 is read as differs from 35 tenths by far less than this.
        let fits = (0.0..=MOST).contains(&number) && (tenths - number * 10.0).abs() < 1e-6;
        // Between 0 and 1,000.
        fits.then_some(Self(tenths as u16))
    }
}

impl Read for Tenths {
    fn read(node: Node, reader: &mut Reader) -> Self {
        let number = match &node {
            Node::Whole(number) => *number as f64,
            Node::Number(number) => *number,
            _ => -1.0,
        };
        Self::of(number).unwrap_or_else(|| {
            reader.wrong(&node, "a number from 0 to 100 with at most one decimal");
            Self::placeholder()
        })
    }

    fn placeholder() -> Self {
        Self(10)
    }
}

impl Serialize for Tenths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

#[cfg(feature = "validate")]
impl<'de> serde::Deserialize<'de> for Tenths {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::of(number).ok_or_else(|| serde::de::Error::custom("more than one decimal"))
    }
}
