package io.jinqiao.adapter.descriptor;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the signing profiles of an {@code adapter.yaml}. */
final class SigningReader {
    private final Problems problems;

    SigningReader(Problems problems) {
        this.problems = problems;
    }

    /** @param named whether a message names the profile it is signed with */
    Signing read(Members signing, boolean namedOnTheWire) {
        Map<String, Signing.Profile> profiles = new LinkedHashMap<>();
        Node.Group named = signing.in("profiles").group();
        named.members().forEach((name, node) -> {
            Signing.Profile profile = profile(name, node);
            if (profile != null) {
                profiles.put(name, profile);
            }
        });
        if (!named.members().containsKey(signing.text("ours"))) {
            problems.unknown(
                    signing.node("ours"), "签名配置 / signing profile", signing.text("ours"), named.members().keySet());
        }
        return new Signing(signing.text("ours"), accepted(signing, namedOnTheWire, profiles), profiles);
    }

    private Set<String> accepted(Members signing, boolean namedOnTheWire, Map<String, Signing.Profile> profiles) {
        String ours = signing.text("ours");
        if (!namedOnTheWire) {
            return Set.of(ours);
        }
        if (!signing.has("accepted")) {
            return requireEqualProof(signing.node("profiles"), profiles.keySet(), profiles);
        }
        for (Node node : signing.rows("accepted")) {
            String name = ((Node.Leaf) node).text();
            if (!signing.in("profiles").has(name)) {
                problems.unknown(node, "签名配置 / signing profile", name, signing.in("profiles").group().members().keySet());
            }
        }
        Set<String> accepted = new LinkedHashSet<>(signing.texts("accepted"));
        if (!accepted.contains(ours)) {
            problems.at(signing.node("accepted"), "我方自己的签名配置未列入 accepted / our own profile " + ours + " is not accepted", "应加入，应答要用它签名 / add it, since answers use it");
        }
        return requireEqualProof(signing.node("accepted"), accepted, profiles);
    }

    /** Where a message names its profile, one that signs nothing beside one that signs would let every sender choose to sign nothing. */
    private Set<String> requireEqualProof(Node at, Set<String> accepted, Map<String, Signing.Profile> profiles) {
        long signing = accepted.stream().map(profiles::get).filter(p -> p != null && p.profile().signs()).count();
        long known = accepted.stream().filter(profiles::containsKey).count();
        if (signing != 0 && signing != known) {
            problems.at(at, "发送方可以选择不签名 / a sender could choose to sign nothing", "accepted 只列有签名的配置，或只列通道配置 / accepted: the profiles that sign, or the channel profile alone");
        }
        return accepted;
    }

    private Signing.@Nullable Profile profile(String name, Node node) {
        Members profile = Members.of(node);
        Algorithm algorithm = algorithm(profile.text("algorithm"));
        if (algorithm != Algorithm.CHANNEL && !(profile.has("our-key") && profile.has("their-certificates"))) {
            problems.at(node, "有签名的配置没有密钥 / a profile that signs has no keys", "写 our-key 与 their-certificates（别名） / our-key and their-certificates, by alias");
            return null;
        }
        if (algorithm.hasPair() && !profile.has("form")) {
            problems.at(node, "未写明 r 与 s 如何拼接 / nothing says how r and s are joined", "form: raw 或 der / form: raw or der");
            return null;
        }
        if (algorithm == Algorithm.SM2_SM3 && !(profile.has("our-user-id") && profile.has("their-user-id"))) {
            problems.at(node, "SM2 未写用户标识 / SM2 without user ids", "写 our-user-id 与 their-user-id；未约定时为 1234567812345678 / our-user-id and their-user-id; 1234567812345678 when nothing was agreed");
            return null;
        }
        try {
            SigningProfile form = new SigningProfile(
                    algorithm,
                    Form.valueOf(profile.text("form", "raw").toUpperCase(java.util.Locale.ROOT)),
                    Text.valueOf(profile.text("text", "base64").toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                    profile.text("our-user-id", ""),
                    profile.text("their-user-id", ""));
            return new Signing.Profile(name, form, over(form), profile.text("public-key", "refused").equals("tolerated"), profile.text("our-key", ""), profile.texts("their-certificates"));
        } catch (IllegalArgumentException e) {
            problems.at(node, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static Signing.Over over(SigningProfile profile) {
        return switch (profile.algorithm()) {
            case RSA_SHA1_MD5 -> Signing.Over.LEGACY;
            case CHANNEL -> Signing.Over.OUTSIDE;
            default -> Signing.Over.DOCUMENT;
        };
    }

    private static Algorithm algorithm(String word) {
        return Algorithm.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
