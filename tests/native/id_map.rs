//! Guards the map that answers and assessments are kept in: it does what the standard library's map
//! does, whatever is set and removed in whatever order.

use crate::support::cases;
use bellwether::id_map::IdMap;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Sets the value for one of a few ids, or removes it.
fn any_step() -> impl Strategy<Value = (String, Option<u32>)> {
    ("[a-e]{1,2}", prop::option::weighted(0.6, any::<u32>()))
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn it_holds_what_the_standard_map_holds(steps in prop::collection::vec(any_step(), 0..60)) {
        let mut map = IdMap::new();
        let mut model: BTreeMap<Rc<str>, u32> = BTreeMap::new();
        for (id, value) in steps {
            match value {
                Some(value) => {
                    let id: Rc<str> = id.into();
                    prop_assert_eq!(map.insert(id.clone(), value), model.insert(id, value));
                }
                None => prop_assert_eq!(map.remove(&id), model.remove(&*id)),
            }
            prop_assert_eq!((map.len(), map.is_empty()), (model.len(), model.is_empty()));
            prop_assert!(map.iter().eq(model.iter()), "{map:?} is not {model:?}");
        }
        for (id, value) in &mut model {
            *value = value.wrapping_add(1);
            *map.get_mut(id).unwrap() = *value;
            prop_assert!(map.contains(id));
            prop_assert_eq!(map.get(id), Some(&*value));
        }
        for (id, value) in map.iter_mut() {
            *value ^= 1;
            prop_assert_eq!(model.get_mut(id).map(|value| { *value ^= 1; *value }), Some(*value));
        }
        prop_assert!(!map.contains("f") && map.get("f").is_none());
        let mut all: Vec<(Rc<str>, u32)> = map.into_iter().collect();
        all.sort();
        prop_assert!(all.into_iter().eq(model));
    }
}
