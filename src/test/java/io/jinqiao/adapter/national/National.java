package io.jinqiao.adapter.national;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The folder of the national message form with this or that setting changed, and envelopes for it. */
final class National {
    static final String PARTNER = "registry-xml";
    static final String FILE = "adapters/registry-xml/adapter.yaml";

    private static final String TABLES = "adapters/registry-xml/mapping/code-tables.yaml";

    private National() {}

    static MemoryFolders editionR2() {
        return new MemoryFolders().replace(FILE, "in-force: R1", "in-force: R2");
    }

    static MemoryFolders legacy() {
        return new MemoryFolders().replace(FILE, "ours: SM2", "ours: LEGACY");
    }

    /** Results come as files; nothing is applied for this way. */
    static MemoryFolders drop() {
        MemoryFolders folders = new MemoryFolders();
        String file = folders.get(FILE).text();
        String channel = "channels:\n  - {direction: in, kind: drop, address: files/registry-xml/371302}\n\nsigning:";
        String text = file.replaceAll("(?s)channels:.*?\\nsigning:", channel)
                .replace("framing: soap-body", "framing: file-document")
                .replaceAll("(?s)  soap:\n.*?  unexpected:", "  unexpected:")
                .replaceAll("    LEGACY:(?s).*?\n\nwire:", "\nwire:")
                .replaceAll("  registration-application:.*\n", "");
        String tables = folders.get(TABLES).text();
        return folders.write(FILE, text)
                .write(TABLES, tables.substring(0, tables.indexOf("  certificate-type:")))
                .delete("adapters/registry-xml/mapping/registration-application.yaml");
    }

    static Dialect dialect(MemoryFolders folders) {
        Folders.Read read = new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK);
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems().toString());
        }
        return read.dialects().get(PARTNER);
    }

    static WireRequest request(String document) {
        return request(soap(document).getBytes(StandardCharsets.UTF_8));
    }

    static WireRequest request(byte[] body) {
        return new WireRequest(PARTNER, "/services/" + PARTNER, Map.of("content-type", "text/xml; charset=UTF-8", "soapaction", "\"urn:jinqiao:registration:submit\""), body, false, List.of(), null);
    }

    static String soap(String document) {
        String text = document.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;");
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><s:submit xmlns:s=\"urn:jinqiao:registration\"><s:message>"
                + text + "</s:message></s:submit></soap:Body></soap:Envelope>";
    }
}
