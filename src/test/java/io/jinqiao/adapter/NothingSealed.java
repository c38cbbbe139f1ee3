package io.jinqiao.adapter;

import io.jinqiao.signing.PublicKeys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;

/** The sealing stage for partners without digital envelopes. */
final class NothingSealed {
    private static final Sealing SEALING = make();

    private NothingSealed() {}

    static Sealing sealing() {
        return SEALING;
    }

    /** The same for envelopes that are not signed, and for those that are. */
    static EnvelopeSignatures envelopes() {
        SigningRoom room = TestIdentities.room("centre");
        return new EnvelopeSignatures(room.keys(), room.certificates(), room.trust(), new PublicKeys(new String[0]), ShippedFolders.CLOCK);
    }

    private static Sealing make() {
        SigningRoom room = TestIdentities.room("centre");
        return new Sealing(room.keys(), room.certificates(), room.trust());
    }
}
