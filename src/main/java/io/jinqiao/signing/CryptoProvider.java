package io.jinqiao.signing;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The one Bouncy Castle provider object of this process; making one costs milliseconds. It is not registered with the JDK. */
public final class CryptoProvider {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private CryptoProvider() {}

    public static Provider bouncyCastle() {
        return BOUNCY_CASTLE;
    }
}
