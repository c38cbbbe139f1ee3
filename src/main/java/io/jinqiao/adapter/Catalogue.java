package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.PartnerId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every partner's folder, read and compiled at start. A bad folder stops the start with all its problems. */
public interface Catalogue {

    /** All partners, in order of name. */
    Collection<Dialect> all();

    Optional<Dialect> partner(PartnerId partner);

    /** The layouts of the files agreed with a partner. */
    default Map<FileKind, FileExchange> files(PartnerId partner) {
        return Map.of();
    }

    /** The same for people. */
    default List<PartnerCard> cards() {
        return all().stream().map(dialect -> PartnerCard.of(dialect.descriptor())).toList();
    }
}
