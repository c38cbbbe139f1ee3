package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The keys and certificates that partners' folders name by alias: each must be configured before the first message. */
final class NamedIdentities {
    private NamedIdentities() {}

    /** @return one line for each alias that is named and not configured */
    static List<String> missing(Collection<Dialect> partners, Set<String> keys, Set<String> certificates) {
        return partners.stream()
                .flatMap(dialect -> NamedIdentity.of(dialect).stream()
                        .filter(named -> !(named.ours() ? keys : certificates).contains(named.alias()))
                        .map(named -> line(named, "adapters/" + dialect.descriptor().partner() + "/adapter.yaml")))
                .distinct()
                .toList();
    }

    private static String line(NamedIdentity named, String file) {
        return named.ours()
                ? "jinqiao.keys." + named.alias() + ".path (" + file + " signs or connects with it)"
                : "jinqiao.certificates." + named.alias() + " (" + file + " expects it)";
    }
}
