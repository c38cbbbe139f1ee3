package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Digest;
import io.jinqiao.message.LicenceIdentifier;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.workbench.simulate.Paper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes and seals the electronic certificates of proofs, properly or with one thing wrong. */
final class RegistryPapers {
    private static final String ISSUER = "12371300MB2H1K085U";
    private static final String NEIGHBOUR = "1999";
    private static final String STRANGER = "黎样本";
    /** The specimen printed in GB 11643: nobody's. */
    private static final String NAMESAKE = "11010519491231002X";
    private static final int FLAT = 4;

    private final RegistrySeal seal;
    private final RegistrySeal untrusted;

    RegistryPapers(BankKeys keys) {
        this.seal = new RegistrySeal(keys, "registry-seal-sm2");
        this.untrusted = new RegistrySeal(keys, "registry-seal-untrusted");
    }

    /** Adds certificate and file to a notice. @param proof the row of the entry it proves @param issued day */
    void add(ObjectNode notice, RegistrationApplication application, ObjectNode proof, String issued, Paper paper) {
        String number = proof.path("bdcdjzmh").asText();
        Map<String, String> metadata = metadata(application, proof, issued, paper);
        byte[] file = LicenceOfd.sealed(metadata, face(metadata), paper == Paper.UNTRUSTED_KEY ? untrusted : seal);
        if (paper == Paper.BROKEN_SEAL) {
            file = LicenceOfd.tampered(file, metadata.get("YWR"), STRANGER);
        }
        String licence = licence(number);
        notice.put("bdcdjzmh", number)
                .put("zzbs", paper == Paper.WRONG_CHARACTER ? otherCharacter(licence) : licence)
                .put("zzbfrq", issued)
                .put("wjlx", "1")
                .put("wjzy", Digest.of(paper == Paper.OTHER_DIGEST ? number.getBytes(StandardCharsets.UTF_8) : file).hex())
                .put("wjnr", Base64.getEncoder().encodeToString(file));
    }

    private static Map<String, String> metadata(RegistrationApplication application, ObjectNode proof, String issued, Paper paper) {
        boolean purchase = proof.path("qllx").asText().equals("1");
        String number = proof.path("bdcdjzmh").asText();
        String unit = proof.path("bdcdyh").asText();
        String mortgagors = paper == Paper.OTHER_HOLDER ? STRANGER : names(application, Party.Role.MORTGAGOR);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("ZZMC", "不动产登记证明");
        metadata.put("ZZLXDM", LicenceIdentifier.PROOF);
        metadata.put("ZZBH", paper == Paper.OTHER_NUMBER ? number.replace("第", "第9") : number);
        metadata.put("ZZBS", licence(number));
        metadata.put("ZZBFJG", RegistrySeal.ORGANISATION);
        metadata.put("ZZBFJGDM", ISSUER);
        metadata.put("ZZBFRQ", issued);
        String numbers = paper == Paper.NAMESAKE ? NAMESAKE : numbers(application, Party.Role.MORTGAGOR);
        metadata.put("CZZT", purchase ? mortgagors : application.mortgagee().name());
        metadata.put("CZZTDM", purchase ? numbers : application.mortgagee().code().value());
        metadata.put("CZZTDMLXDM", purchase ? "111" : "001");
        metadata.put("ZZZT", paper == Paper.CANCELLED ? "2" : "1");
        metadata.put("ZMQLSX", purchase ? "预售商品房买卖预告登记" : proof.path("qllx").asText().equals("3") ? "预售商品房抵押权预告登记" : "抵押权");
        metadata.put("YWR", purchase ? names(application, Party.Role.DEVELOPER) : mortgagors);
        metadata.put("YWRZJH", purchase ? numbers(application, Party.Role.DEVELOPER) : numbers);
        metadata.put("BDCDYH", paper == Paper.OTHER_UNIT ? unit.substring(0, unit.length() - FLAT) + NEIGHBOUR : unit);
        return metadata;
    }

    private static Map<String, String> face(Map<String, String> metadata) {
        Map<String, String> face = new LinkedHashMap<>();
        face.put("不动产登记证明", metadata.get("ZZBH"));
        face.put("证明权利或事项", metadata.get("ZMQLSX"));
        face.put("权利人", metadata.get("CZZT"));
        face.put("义务人", metadata.get("YWR"));
        face.put("不动产单元号", metadata.get("BDCDYH"));
        face.put("证照标识", metadata.get("ZZBS"));
        return face;
    }

    private static String names(RegistrationApplication application, Party.Role role) {
        return application.parties().stream().filter(party -> party.role() == role).map(Party::name).collect(Collectors.joining("、"));
    }

    private static String numbers(RegistrationApplication application, Party.Role role) {
        return application.parties().stream().filter(party -> party.role() == role).map(party -> party.identity().number()).collect(Collectors.joining("、"));
    }

    private static String licence(String number) {
        String serial = number.replaceAll("\\D", "");
        char check = LicenceIdentifier.checkCharacter(LicenceIdentifier.PROOF + ISSUER + serial + "001");
        return "1.2.156.3005.2." + LicenceIdentifier.PROOF + "." + ISSUER + "." + serial + ".001." + check;
    }

    private static String otherCharacter(String licence) {
        int last = licence.length() - 1;
        return licence.substring(0, last) + (licence.charAt(last) == 'A' ? 'B' : 'A');
    }
}
