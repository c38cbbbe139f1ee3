package io.jinqiao.adapter;

import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningProfile;
import java.util.List;

/** Signing for stages that only verify: nothing is signed. */
abstract class VerifiesOnly implements Signing {
    @Override
    public final String sign(SigningProfile profile, String keyAlias, byte[] input) {
        throw new AssertionError("a check signs nothing");
    }

    @Override
    public final String signDigest(SigningProfile profile, String keyAlias, byte[] digest) {
        throw new AssertionError("a check signs nothing");
    }

    @Override
    public final byte[] digest(SigningProfile profile, String keyAlias, byte[] input) {
        throw new AssertionError("a check signs nothing");
    }

    @Override
    public final List<String> problems(SigningProfile profile, String keyAlias, List<String> certificateAliases) {
        return List.of();
    }
}
