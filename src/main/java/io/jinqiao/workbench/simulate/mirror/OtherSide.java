package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Signing;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import java.util.List;

/**
 * The signing agreement seen from the partner's chair. In development a certificate and its key have the same alias, so the first of their
 * certificates names the key the partner signs with.
 */
record OtherSide(Signing centre) {

    static OtherSide of(Dialect centre) {
        return new OtherSide(centre.descriptor().signing());
    }

    Profile own() {
        return named(centre.ours());
    }

    Profile named(String name) {
        Profile agreed = centre.named(name);
        return new Profile(name, agreed.profile().mirrored(), agreed.theirCertificates().get(0), List.of(agreed.ourKey()));
    }
}
