package io.jinqiao.workbench.simulate.credit.report;

import java.util.List;

/**
 * An element of a segment as the sheet tells it.
 *
 * @param inside elements of a group that may stand there many times; empty for an element with text
 */
record Item(String name, Need need, Form form, List<Item> inside) {

    /** The Center's classes of elements. */
    enum Need {
        /** Present and not blank (M). */
        FILLED,
        /** Present, may be blank (O, A). */
        PRESENT,
        /** Present or not, as other values say (S); the rules that know are elsewhere. */
        DEPENDS,
        /** Never for this kind of account (S that does not apply). */
        ABSENT
    }

    static Item filled(String name, Form form) {
        return new Item(name, Need.FILLED, form, List.of());
    }

    static Item present(String name, Form form) {
        return new Item(name, Need.PRESENT, form, List.of());
    }

    static Item depends(String name, Form form) {
        return new Item(name, Need.DEPENDS, form, List.of());
    }

    static Item absent(String name) {
        return new Item(name, Need.ABSENT, Form.text(0), List.of());
    }

    static Item group(String name, Item... inside) {
        return new Item(name, Need.DEPENDS, Form.text(0), List.of(inside));
    }
}
