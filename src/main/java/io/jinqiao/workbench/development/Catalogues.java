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

    /**
     * @param home its {@code adapters/} wins over what is packaged
     * @param settings for placeholders in addresses
     * @throws RulebookException with every problem of every folder
     */
    public static Dialect dialect(Path home, String partner, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("workbench", settings));
        Folders folders = new Folders(new Sources(home, Catalogues.class.getClassLoader()));
        Folders.Read read = folders.read(environment::resolveRequiredPlaceholders, Clock.systemUTC());
        Dialect dialect = read.dialects().get(partner);
        if (dialect == null) {
            if (read.problems().isEmpty()) {
                throw new IllegalArgumentException("no partner '" + partner + "'; known: " + folders.partners());
            }
            throw new RulebookException(read.problems());
        }
        return dialect;
    }
}
