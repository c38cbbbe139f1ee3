package io.jinqiao.workbench.certs;

import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Distinguished names that say at first sight that nobody is meant. */
final class Names {
    static final String ORGANISATION = "Jinqiao development 测试";
    /** As the seal of the simulated registry is named. */
    static final String REGISTRY = "虚构市不动产登记中心";

    private Names() {}

    static X500Name of(String owner, String alias) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, ORGANISATION)
                .addRDN(BCStyle.OU, owner)
                .addRDN(BCStyle.CN, alias)
                .build();
    }

    static X500Principal principal(String owner, String alias) {
        try {
            return new X500Principal(of(owner, alias).getEncoded());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a built name has an encoding", e);
        }
    }
}
