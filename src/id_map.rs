//! A map from ids to values, in the order of the ids.
//!
//! Every type that the standard library's maps are used with adds some five kilobytes of wasm. This
//! one adds a few hundred bytes: the tree has only ids and places in it, and is always the same.

use std::collections::BTreeMap;
use std::rc::Rc;

/// Values by id. Finding, setting and removing one takes time that grows with the logarithm of how
/// many there are.
#[derive(Debug, Clone)]
pub struct IdMap<V> {
    places: BTreeMap<Rc<str>, usize>,
    entries: Vec<(Rc<str>, V)>,
}

impl<V> IdMap<V> {
    /// A map with nothing in it.
    pub fn new() -> Self {
        Self { places: BTreeMap::new(), entries: Vec::new() }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value for an id.
    pub fn get(&self, id: &str) -> Option<&V> {
        self.places.get(id).and_then(|&place| self.entries.get(place)).map(|(_, value)| value)
    }

    /// The value for an id, to be changed.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut V> {
        let place = *self.places.get(id)?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is a value for an id.
    pub fn contains(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// Sets the value for an id. Returns the one that was there.
    pub fn insert(&mut self, id: Rc<str>, value: V) -> Option<V> {
        if let Some(present) = self.get_mut(&id) {
            return Some(std::mem::replace(present, value));
        }
        self.places.insert(id.clone(), self.entries.len());
        self.entries.push((id, value));
        None
    }

    /// Takes the value for an id out.
    pub fn remove(&mut self, id: &str) -> Option<V> {
        let place = self.places.remove(id)?;
        let (_, value) = self.entries.swap_remove(place);
        // The last entry now stands in the place of the removed one.
        if let Some((moved, _)) = self.entries.get(place) {
            self.places.insert(moved.clone(), place);
        }
        Some(value)
    }

    /// The values with their ids, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&Rc<str>, &V)> {
        let places = self.places.values();
        places.filter_map(|&place| self.entries.get(place)).map(|(id, value)| (id, value))
    }

    /// The values with their ids, to be changed, in the order in which they came.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut V)> {
        self.entries.iter_mut().map(|(id, value)| (&**id, value))
    }

    /// The values, in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

impl<V> Default for IdMap<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> IntoIterator for IdMap<V> {
    type Item = (Rc<str>, V);
    type IntoIter = std::vec::IntoIter<(Rc<str>, V)>;

    /// The values with their ids, in the order in which they came.
    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<V: PartialEq> PartialEq for IdMap<V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(id, value)| other.get(id) == Some(value))
    }
}

impl<V: Eq> Eq for IdMap<V> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_in_the_order_of_ids_whatever_was_removed() {
        let mut map = IdMap::new();
        for (value, id) in ["d", "a", "c", "b"].into_iter().enumerate() {
            assert_eq!(map.insert(id.into(), value), None);
        }
        assert_eq!(map.insert("c".into(), 7), Some(2));
        assert_eq!(map.remove("d"), Some(0));
        assert_eq!(map.remove("d"), None);
        let ids: Vec<&str> = map.iter().map(|(id, _)| &**id).collect();
        assert_eq!(ids, ["a", "b", "c"]);
        assert_eq!((map.get("b"), map.get("c"), map.len()), (Some(&3), Some(&7), 3));
    }

    #[test]
    fn two_with_the_same_values_are_equal_however_they_came_about() {
        let mut one = IdMap::new();
        let mut other = IdMap::new();
        one.insert("a".into(), 1);
        one.insert("b".into(), 2);
        other.insert("b".into(), 2);
        assert_ne!(one, other);
        other.insert("a".into(), 1);
        assert_eq!(one, other);
    }
}
