package io.jinqiao.workbench.certs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a new partner's identities into {@code certs.yaml}: for each alias its folder names, the kind of key the model has there. */
public final class NewIdentities {
    private static final Pattern IDENTITIES = Pattern.compile("(?m)^identities:\\R");

    private NewIdentities() {}

    /**
     * @param certsDev its {@code certs.yaml} is made from the packaged one when it is missing; what stands in it stays
     * @param adapter text of the new {@code adapter.yaml}
     * @return the aliases that were added
     */
    public static List<String> add(Path certsDev, String like, String id, String adapter) {
        try {
            String text = Packaged.certsYaml(certsDev).text();
            CertsFile file = CertsFile.read(Packaged.certsYaml(certsDev));
            List<String> added = new ArrayList<>();
            StringBuilder lines = new StringBuilder("  # " + id + "\n");
            for (Map.Entry<String, CertsFile.Identity> model : file.identities().entrySet()) {
                String alias = id + model.getKey().substring(Math.min(like.length(), model.getKey().length()));
                boolean wanted = model.getValue().owner().equals(like) && model.getKey().startsWith(like + "-") && named(adapter, alias);
                if (wanted && !file.identities().containsKey(alias)) {
                    lines.append(line(alias, id, model.getValue()));
                    added.add(alias);
                }
            }
            if (!added.isEmpty()) {
                Files.createDirectories(certsDev);
                Files.writeString(
                        certsDev.resolve("certs.yaml"),
                        IDENTITIES.matcher(text).replaceFirst(Matcher.quoteReplacement("identities:\n" + lines + "\n")));
            }
            return added;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean named(String adapter, String alias) {
        return Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(alias) + "(?![A-Za-z0-9-])").matcher(adapter).find();
    }

    private static String line(String alias, String owner, CertsFile.Identity model) {
        return "  " + alias + ": {owner: " + owner + ", issuer: " + model.issuer() + ", key: " + word(model.key()) + ", usage: "
                + word(model.usage()) + "}\n";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
