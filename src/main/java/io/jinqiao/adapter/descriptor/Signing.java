package io.jinqiao.adapter.descriptor;

import io.jinqiao.signing.SigningProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How messages are signed.
 *
 * @param ours name of the profile we sign requests with; answers use the profile of their request
 * @param accepted names of the profiles in force: what a message may claim
 * @param profiles by the name the wire uses for them
 */
public record Signing(String ours, Set<String> accepted, Map<String, Profile> profiles) {
    public Signing {
        accepted = Set.copyOf(accepted);
        profiles = Map.copyOf(profiles);
    }

    /** The profile our own requests are signed with. */
    public Profile own() {
        return named(ours);
    }

    /** @throws IllegalArgumentException when there is none; a {@code Dialect} hands out agreed names only */
    public Profile named(String name) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("没有这个签名配置 / no signing profile of this name");
        }
        return profile;
    }

    public enum Over {
        /** The document as it stands, but for the text of the signature. */
        DOCUMENT,
        /** The document with number and signature together made an empty number. */
        LEGACY,
        /** What is around the document. */
        OUTSIDE
    }

    /**
     * @param name what the wire calls it, such as {@code SM2}
     * @param over what it is over, where a form leaves a choice
     * @param publicKey whether a key everybody has is put up with, since the connection says who speaks
     * @param ourKey alias of our key; empty for a profile that signs nothing
     * @param theirCertificates aliases of their pinned certificates, the current one first; more than one while they change keys
     */
    public record Profile(
            String name, SigningProfile profile, Over over, boolean publicKey, String ourKey, List<String> theirCertificates) {
        public Profile {
            theirCertificates = List.copyOf(theirCertificates);
        }
    }
}
