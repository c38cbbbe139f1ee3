package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The partners of this gateway, from their folders. */
@Component
class FolderCatalogue implements Catalogue {
    private final Map<String, Dialect> dialects;
    private final Map<String, Map<FileKind, FileExchange>> files;

    /** @throws RulebookException with every problem of every folder */
    FolderCatalogue(Sources sources, Environment environment, Clock clock) {
        Folders.Read read = new Folders(sources).read(environment::resolveRequiredPlaceholders, clock);
        if (!read.problems().isEmpty()) {
            throw new RulebookException(read.problems());
        }
        this.dialects = read.dialects();
        this.files = read.files();
    }

    @Override
    public Collection<Dialect> all() {
        return dialects.values();
    }

    @Override
    public Optional<Dialect> partner(PartnerId partner) {
        return Optional.ofNullable(dialects.get(partner.value()));
    }

    @Override
    public Map<FileKind, FileExchange> files(PartnerId partner) {
        return files.getOrDefault(partner.value(), Map.of());
    }
}
