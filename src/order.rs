//! Sorting, in one place and by one kind of key. The standard library's sort adds up to five
//! kilobytes of wasm for each type that it is used with; the lists here are short.

/// The items by ascending key; items with equal keys stay in the order they were in.
pub(crate) fn ascending<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        let place = sorted.partition_point(|other| key(other) <= key(&item));
        sorted.insert(place, item);
    }
    sorted
}

/// The items by descending key; items with equal keys stay in the order they were in.
pub(crate) fn descending<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    ascending(items, |item| u64::MAX - key(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let letters = |items: Vec<(u64, char)>| items.iter().map(|(_, c)| *c).collect::<String>();
        assert_eq!(letters(ascending(items.clone(), |item| item.0)), "bdac");
        assert_eq!(letters(descending(items, |item| item.0)), "acbd");
    }
}
