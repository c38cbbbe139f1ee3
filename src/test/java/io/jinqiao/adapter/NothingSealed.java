package io.jinqiao.adapter;

import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;

/** The sealing stage for partners without digital envelopes. */
final class NothingSealed {
    private NothingSealed() {}

    static Sealing sealing() {
        SigningRoom room = TestIdentities.room("centre");
        return new Sealing(room.keys(), room.certificates(), room.trust());
    }
}
