package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the slots of a scope become a canonical group. */
final class Assembly {
    private record Member(String name, int slot, @Nullable Assembly inner) {}

    private final List<Member> members = new ArrayList<>();

    void place(List<String> our, int slot) {
        if (our.size() == 1) {
            members.add(new Member(our.get(0).intern(), slot, null));
        } else {
            inner(our.get(0)).place(our.subList(1, our.size()), slot);
        }
    }

    private Assembly inner(String name) {
        for (Member member : members) {
            if (member.inner != null && member.name.equals(name)) {
                return member.inner;
            }
        }
        Assembly inner = new Assembly();
        members.add(new Member(name.intern(), -1, inner));
        return inner;
    }

    Content.Group build(@Nullable Content[] slots) {
        Map<String, Content> built = collect(slots);
        return built == null ? Content.Group.EMPTY : new Content.Group(built);
    }

    private Content.@Nullable Members collect(@Nullable Content[] slots) {
        Content.Members built = null;
        for (Member member : members) {
            Content content = member.inner == null ? slots[member.slot] : inner(member.inner, slots);
            if (content != null) {
                built = built == null ? new Content.Members(members.size()) : built;
                built.put(member.name, content);
            }
        }
        return built;
    }

    private static @Nullable Content inner(Assembly assembly, @Nullable Content[] slots) {
        Map<String, Content> built = assembly.collect(slots);
        return built == null ? null : new Content.Group(built);
    }
}
