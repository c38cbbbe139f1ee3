package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.Keys;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** In which other ways a refused question is worth being asked, the likeliest first. */
final class Alternatives {
    private final Folder folder;
    private final Papers papers;
    private final Way agreed;

    Alternatives(Folder folder, Papers papers, Way agreed) {
        this.folder = folder;
        this.papers = papers;
        this.agreed = agreed;
    }

    /** @param told what it tells when this way is accepted */
    record Other(Symptom told, Way way) {}

    /** @param codes what the refusal may stand for; empty when nothing came at all */
    List<Other> to(String codes) {
        boolean envelope = codes.contains("envelope.*");
        boolean form = codes.contains("signature.malformed") || codes.contains("signature.*");
        boolean content = codes.contains("signature.invalid") || codes.contains("signature.*");
        List<List<Other>> kinds = new ArrayList<>();
        kinds.add(codes.isEmpty() || envelope || codes.contains("envelope.unreadable") ? lengths() : List.of());
        kinds.add(envelope || codes.contains("envelope.seal_unreadable") ? sealings() : List.of());
        if (agreed.profile().signs()) {
            kinds.add(content ? userIds() : List.of());
            kinds.add(form ? forms() : List.of());
            kinds.addAll(content ? List.of(digests(), layouts(), orders(), keys()) : List.of());
        }
        return inTurn(kinds);
    }

    /** The first of each kind, then the second of each: whoever may ask a few times only has asked for everything. */
    private static List<Other> inTurn(List<List<Other>> kinds) {
        int longest = kinds.stream().mapToInt(List::size).max().orElse(0);
        List<Other> all = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            int turn = i;
            kinds.stream().filter(kind -> turn < kind.size()).forEach(kind -> all.add(kind.get(turn)));
        }
        return all;
    }

    private List<Other> lengths() {
        PartnerDescriptor partner = folder.dialect().descriptor();
        if (partner.frame() == null) {
            return List.of();
        }
        Frames frames = new Frames(partner);
        return others(Sign.ACCEPTS_COUNTED, frames.others(), counts -> agreed.withBody(frame -> frames.counting(counts, frame)));
    }

    private List<Other> sealings() {
        return agreed.sealing() == null ? List.of() : others(Sign.ACCEPTS_SEALED_AS, Forms.envelopes(agreed.sealing()), agreed::withSealing);
    }

    private List<Other> userIds() {
        Map<String, String> ids = new LinkedHashMap<>();
        Forms.userIds(agreed.profile(), folder.constants()).stream().filter(id -> !id.equals(agreed.profile().ourUserId())).forEach(id -> ids.put(id, id));
        return others(Sign.ACCEPTS_USER_ID, ids, id -> agreed.with(Forms.withOurs(agreed.profile(), id)));
    }

    private List<Other> forms() {
        return others(Sign.ACCEPTS_FORM, Forms.signatures(agreed.profile()), agreed::with);
    }

    private List<Other> digests() {
        return over(Sign.ACCEPTS_DIGESTED, List.of("32 bytes", "hex"), u -> Inputs.digested(agreed.profile().algorithm(), u.signingInput()));
    }

    private List<Other> layouts() {
        return over(Sign.ACCEPTS_LAID_OUT, List.of("indent 2", "indent 4"), u -> Layouts.of(u.signingInput(), charset()));
    }

    private List<Other> orders() {
        return over(Sign.ACCEPTS_ORDER, List.of("as sent", "without the path", "by name"), u -> Inputs.reordered(u, charset()));
    }

    private Charset charset() {
        return folder.dialect().descriptor().charset();
    }

    /** What another rule gives is known only when the question is written. */
    private List<Other> over(Sign sign, List<String> names, Function<Unsigned, Map<String, byte[]>> rule) {
        return names.stream().map(name -> new Other(Symptom.of(sign, name), agreed.withInput(u -> rule.apply(u).get(name)))).toList();
    }

    private static <T> List<Other> others(Sign sign, Map<String, T> named, Function<T, Way> way) {
        return named.entrySet().stream().map(n -> new Other(Symptom.of(sign, n.getKey()), way.apply(n.getValue()))).toList();
    }

    private List<Other> keys() {
        return papers.keys().values().stream()
                .filter(entry -> !entry.alias().equals(agreed.key()))
                .filter(entry -> CertificateUsage.MESSAGE_SIGNATURE.allowedBy(entry.certificate()) || named(entry))
                .filter(entry -> papers.room().signing().problems(agreed.profile(), entry.alias(), List.of()).isEmpty())
                .map(entry -> new Other(Symptom.of(Sign.ACCEPTS_OTHER_KEY, entry.alias()), agreed.withKey(entry.alias())))
                .toList();
    }

    private boolean named(Keys.Entry entry) {
        return NamedIdentity.of(folder.dialect()).stream().anyMatch(n -> n.ours() && Objects.equals(n.alias(), entry.alias()));
    }
}
