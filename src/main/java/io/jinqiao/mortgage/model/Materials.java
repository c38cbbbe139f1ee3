package io.jinqiao.mortgage.model;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.mortgage.RegistryMaterials;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that go to a registry with a request.
 *
 * @param waits why it cannot be filed with them; null: it can
 */
public record Materials(List<AttachmentRef> files, @Nullable Wait waits) {

    /**
     * What the branch listed for the registry, and of the loan's scans those of the kinds that are wanted; of a kind the branch listed, only what it listed.
     * What was prepared from the application lists everything the bank has, incomes too: of that, only what is wanted.
     *
     * @param here scans of the loan that are wholly here
     */
    public static Materials of(MortgageApplication request, boolean prepared, Collection<AttachmentRef> here, Wanted wanted, RegistryMaterials taken) {
        if (taken.way() == RegistryMaterials.Way.NAMED) {
            return new Materials(prepared ? request.attachments().stream().filter(one -> wanted.has(one.kind())).toList() : request.attachments(), null);
        }
        Map<String, AttachmentRef> files = new LinkedHashMap<>();
        List<AttachmentRef> listed = prepared ? List.of() : request.attachments();
        listed.forEach(one -> files.put(one.digest().hex(), one));
        Set<String> listedKinds = listed.stream().map(AttachmentRef::kind).collect(Collectors.toSet());
        here.stream()
                .filter(one -> wanted.has(one.kind()) && !listedKinds.contains(one.kind()))
                .forEach(one -> files.putIfAbsent(one.digest().hex(), one));
        return new Materials(List.copyOf(files.values()), waits(files.values(), here, wanted, taken));
    }

    private static @Nullable Wait waits(Collection<AttachmentRef> files, Collection<AttachmentRef> here, Wanted wanted, RegistryMaterials taken) {
        Set<String> kinds = files.stream().map(AttachmentRef::kind).collect(Collectors.toSet());
        if (!kinds.containsAll(wanted.needs()) || !here(files, here)) {
            return Wait.MATERIALS_MISSING;
        }
        boolean fit = files.stream().allMatch(one -> one.size() <= taken.file()) && total(files) <= taken.all();
        return fit ? null : Wait.MATERIALS_TOO_LARGE;
    }

    /** Whether all of them are wholly here. */
    public static boolean here(Collection<AttachmentRef> files, Collection<AttachmentRef> here) {
        return here.stream().map(AttachmentRef::digest).collect(Collectors.toSet()).containsAll(files.stream().map(AttachmentRef::digest).toList());
    }

    private static long total(Collection<AttachmentRef> files) {
        return files.stream().mapToLong(AttachmentRef::size).sum();
    }

    /** @throws Refusal when the registry takes no files of such a size, in the branch's places */
    public static void refuseTooLarge(List<AttachmentRef> listed, RegistryMaterials taken) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).size() > taken.file()) {
                problems.add(Problem.at("attachments[" + i + "].size", FailureCode.ATTACHMENT_TOO_LARGE, "" + listed.get(i).size(), "" + taken.file()));
            }
        }
        if (problems.isEmpty() && total(listed) > taken.all()) {
            problems.add(Problem.at("attachments", FailureCode.ATTACHMENT_TOO_LARGE, "" + total(listed), "" + taken.all()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }
}
