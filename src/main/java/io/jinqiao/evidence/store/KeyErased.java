package io.jinqiao.evidence.store;

import java.security.GeneralSecurityException;

/** The content cannot be read any more, on purpose. */
public final class KeyErased extends GeneralSecurityException {
    KeyErased() {
        super("the key was erased");
    }
}
