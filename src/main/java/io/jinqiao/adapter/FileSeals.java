package io.jinqiao.adapter;

import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.adapter.file.HashForm;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signatures of files: in the marker, behind the hash and over its digits as they stand there. The signature is judged before a row is read; that the hash is the
 * file's is found out while it is, before a row counts.
 */
@Component
class FileSeals {
    private final Catalogue catalogue;
    private final Signing signing;
    private final Pen pen;

    FileSeals(Catalogue catalogue, Signing signing, Pen pen) {
        this.catalogue = catalogue;
        this.signing = signing;
        this.pen = pen;
    }

    /** A signature that was looked at. @param profile in words */
    record Seen(byte[] input, @Nullable String signature, String profile, Verdict verdict) {}

    /** @return the verdict, good or bad; null where only the channel vouches for a file */
    @Nullable Seen judge(FileTrail trail) {
        HashForm form = trail.exchange().request().form().hash();
        if (form == null || form.signed() == null) {
            return null;
        }
        Profile profile = profile(trail.partner(), form.signed());
        byte[] input = Objects.requireNonNullElse(form.hashIn(trail.arrival().marker()), "").getBytes(StandardCharsets.US_ASCII);
        String signature = form.signatureIn(trail.arrival().marker());
        Verdict verdict = signing.verify(profile.profile(), profile.theirCertificates(), input, signature, trail.at());
        return new Seen(input, signature, profile.profile().theirWords(), verdict);
    }

    /** Ours, for the marker of a result. @return null where none is agreed */
    Pen.@Nullable Seal seal(FileTrail trail, String hash) {
        HashForm form = trail.exchange().result().form().hash();
        return form == null || form.signed() == null
                ? null
                : pen.seal(profile(trail.partner(), form.signed()), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private Profile profile(PartnerId partner, String name) {
        return catalogue.partner(partner).orElseThrow().descriptor().signing().named(name);
    }
}
