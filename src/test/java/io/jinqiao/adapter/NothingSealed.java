package io.jinqiao.adapter;

import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;

/** The sealing stage for partners without digital envelopes. */
final class NothingSealed {
    private static final Sealing SEALING = make();

    private NothingSealed() {}

    static Sealing sealing() {
        return SEALING;
    }

    private static Sealing make() {
        SigningRoom room = TestIdentities.room("centre");
        return new Sealing(room.keys(), room.certificates(), room.trust());
    }
}
