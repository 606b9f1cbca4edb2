//! "Step 2 of 4": identify is one, each gate is one, the password or the unlocking is the last.

use postern_api::Gates;

/// Which step, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub current: u8,
    /// How many.
    pub total: u8,
}

/// The first step, by what the organisation asks of everybody.
pub const fn identify(required_methods: u8) -> Position {
    Position {
        current: 1,
        total: required_methods.saturating_add(2),
    }
}

/// The gate that is due.
pub fn gate(gates: Gates) -> Position {
    let current = gates
        .passed
        .min(gates.required.saturating_sub(1))
        .saturating_add(2);
    Position {
        current,
        total: gates.required.saturating_add(2),
    }
}

/// The password, or the unlocking.
pub const fn last(gates: Gates) -> Position {
    let total = gates.required.saturating_add(2);
    Position {
        current: total,
        total,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_gates_make_four_steps() {
        assert_eq!(identify(2), Position { current: 1, total: 4 });
        assert_eq!(
            gate(Gates {
                required: 2,
                passed: 0
            }),
            Position { current: 2, total: 4 }
        );
        assert_eq!(
            gate(Gates {
                required: 2,
                passed: 1
            }),
            Position { current: 3, total: 4 }
        );
        assert_eq!(
            last(Gates {
                required: 2,
                passed: 2
            }),
            Position { current: 4, total: 4 }
        );
    }

    #[test]
    fn one_gate_makes_three() {
        assert_eq!(
            gate(Gates {
                required: 1,
                passed: 0
            }),
            Position { current: 2, total: 3 }
        );
        assert_eq!(
            last(Gates {
                required: 1,
                passed: 1
            }),
            Position { current: 3, total: 3 }
        );
    }
}
