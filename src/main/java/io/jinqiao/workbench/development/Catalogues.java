package io.jinqiao.workbench.development;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Partners' languages without a gateway around them. */
public final class Catalogues {
    private Catalogues() {}

    /** @throws IllegalArgumentException when nobody has a folder of this name; looks at nothing else */
    public static void requirePartner(Path home, String partner) {
        Sources sources = new Sources(home, Catalogues.class.getClassLoader());
        if (!partner.matches("[A-Za-z0-9_-]+") || Folders.of(sources, partner).partners().isEmpty()) {
            throw nobody(partner, new Folders(sources));
        }
    }

    private static IllegalArgumentException nobody(String partner, Folders folders) {
        return new IllegalArgumentException("没有合作方 / no partner '" + partner + "'; known: " + folders.partners());
    }

    /**
     * @param home its {@code adapters/} wins over what is packaged
     * @param settings for placeholders in addresses
     * @throws RulebookException with every problem of its folder
     */
    public static Dialect dialect(Path home, String partner, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("workbench", settings));
        Folders folders = Folders.of(new Sources(home, Catalogues.class.getClassLoader()), partner);
        Folders.Read read = folders.read(environment::resolveRequiredPlaceholders, Clock.systemUTC());
        Dialect dialect = read.dialects().get(partner);
        if (dialect == null) {
            if (read.problems().isEmpty()) {
                throw nobody(partner, new Folders(new Sources(home, Catalogues.class.getClassLoader())));
            }
            throw new RulebookException(read.problems());
        }
        return dialect;
    }
}
