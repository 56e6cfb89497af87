//! Varying JSON by its parts. Bytes changed at random are hardly ever JSON still, so most of them
//! would try nothing but the reader of JSON, which is not ours.

use serde_json::{Value, json};

/// Varies a JSON text in place, at random; returns its new length. `None` if it is not JSON, or has
/// no room: then bytes have to do.
pub fn vary(data: &mut [u8], size: usize, seed: u32) -> Option<usize> {
    let mut value: Value = serde_json::from_slice(data.get(..size)?).ok()?;
    let mut dice = Dice(u64::from(seed) | 1 << 40);
    for _ in 0..=dice.roll(3) {
        let other = node(&mut value, &mut dice).clone();
        let here = node(&mut value, &mut dice);
        change(here, other, &mut dice);
    }
    let text = serde_json::to_vec(&value).ok()?;
    data.get_mut(..text.len())?.copy_from_slice(&text);
    Some(text.len())
}

/// Numbers at random, the same for the same seed (xorshift).
struct Dice(u64);

impl Dice {
    /// A number below another.
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // Both are far below what either type holds.
        (self.0 >> 16) as usize % below.max(1)
    }
}

/// Some value within a value, each as likely as any other.
fn node<'a>(value: &'a mut Value, dice: &mut Dice) -> &'a mut Value {
    let mut number = dice.roll(count(value));
    // The path is sought first, and then gone, which borrows it once.
    let mut path = String::new();
    find(value, &mut number, &mut path);
    value.pointer_mut(&path).expect("the path was just found")
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// Goes down to the value with a number; returns whether it is there.
fn find(value: &Value, number: &mut usize, path: &mut String) -> bool {
    if *number == 0 {
        return true;
    }
    *number -= 1;
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(number, item)| (number.to_string(), item)).collect()
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        _ => Vec::new(),
    };
    parts.into_iter().any(|(step, part)| {
        let before = path.len();
        path.push('/');
        path.push_str(&step);
        find(part, number, path) || {
            path.truncate(before);
            false
        }
    })
}

fn change(here: &mut Value, other: Value, dice: &mut Dice) {
    match (dice.roll(4), here) {
        (0, here) => *here = extreme(dice),
        (1, here) => *here = other,
        (_, Value::Array(items)) => {
            let at = dice.roll(items.len());
            match dice.roll(4) {
                0 => items.clear(),
                1 => items.push(other),
                2 => items.extend(items.get(at).cloned()),
                _ if at < items.len() => drop(items.remove(at)),
                _ => {}
            }
        }
        (_, Value::Object(fields)) => {
            let name = fields.keys().nth(dice.roll(fields.len())).cloned();
            let name = name.unwrap_or_else(|| "id".to_owned());
            match dice.roll(3) {
                0 => drop(fields.remove(&name)),
                1 => drop(fields.insert(name, other)),
                _ => drop(fields.insert(format!("{name}s"), other)),
            }
        }
        (_, Value::String(text)) => *text = varied(text, dice),
        (_, Value::Number(number)) => {
            let near = number.as_u64().map(|number| number.wrapping_add(dice.roll(5) as u64));
            *number = near.map_or_else(|| 1.into(), |near| near.wrapping_sub(2).into());
        }
        (_, here) => *here = extreme(dice),
    }
}

/// A value that is at the edge of what somebody might expect.
fn extreme(dice: &mut Dice) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(10),
        json!(u64::MAX),
        json!(u32::MAX),
        json!(8_640_000_000_000_001_u64),
        json!(-1),
        json!(0.05),
        json!(3.5),
        json!(100.1),
        json!(1e308),
        json!(""),
        json!(" "),
        json!("a"),
        json!("<b>"),
        json!("x".repeat(121)),
        json!("https://example.org/"),
        json!("javascript:alert(1)"),
        json!("https://a@b\\c"),
        json!([]),
        json!({}),
    ];
    all.get(dice.roll(all.len())).cloned().unwrap_or_default()
}

/// A text with one of its words replaced, doubled or taken out.
fn varied(text: &str, dice: &mut Dice) -> String {
    const WORDS: [&str; 18] = [
        "",
        "0",
        "1",
        "9",
        "10",
        "4294967295",
        "2147483647",
        "2147483648",
        "8640000000000000",
        "18446744073709551615",
        "none",
        "not-applicable",
        "-",
        "=",
        "\u{0}",
        "İ’\u{2028}",
        "full",
        "short",
    ];
    let mut words: Vec<&str> = text.split(' ').collect();
    let at = dice.roll(words.len());
    match dice.roll(4) {
        0 => drop(words.remove(at)),
        1 => words.insert(at, words.get(at).copied().unwrap_or_default()),
        _ => drop(std::mem::replace(
            &mut words[at],
            WORDS.get(dice.roll(WORDS.len())).copied().unwrap_or_default(),
        )),
    }
    words.join(" ")
}
