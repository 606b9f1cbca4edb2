//! Requests of the contract into JavaScript values: flat structs of texts and unit variants.

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::ser::{Impossible, SerializeStruct, Serializer};
use wasm_bindgen::JsValue;

use super::Unreadable;

/// Makes a JavaScript value.
pub(super) struct Value;

type Never = Impossible<JsValue, Unreadable>;
type Written = Result<JsValue, Unreadable>;

macro_rules! never {
    ($($name:ident($($of:ty),*);)*) => {
        $(fn $name(self, $(_: $of),*) -> Written {
            Err(Unreadable)
        })*
    };
}

impl Serializer for Value {
    type Ok = JsValue;
    type Error = Unreadable;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Members;
    type SerializeStructVariant = Never;

    fn serialize_str(self, text: &str) -> Written {
        Ok(JsValue::from_str(text))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        self.serialize_str(name)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Unreadable> {
        Ok(Members(Object::new()))
    }

    never! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Unreadable)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Never, Unreadable> {
        Err(Unreadable)
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, Unreadable> {
        Err(Unreadable)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Unreadable> {
        Err(Unreadable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unreadable> {
        Err(Unreadable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, Unreadable> {
        Err(Unreadable)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unreadable> {
        Err(Unreadable)
    }
}

/// The members of an object that is being made.
pub(super) struct Members(Object);

impl SerializeStruct for Members {
    type Ok = JsValue;
    type Error = Unreadable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        let value = value.serialize(Value)?;
        Reflect::set(&self.0, &JsValue::from_str(name), &value)
            .map(drop)
            .map_err(|_| Unreadable)
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}
