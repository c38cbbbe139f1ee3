package io.jinqiao.adapter.mapping;

import java.util.List;

/** Where a value lies in both vocabularies, from the nearest row around it. */
record Place(String our, String their) {
    static Place of(List<String> our, List<String> their) {
        return new Place(String.join(".", our), String.join(".", their));
    }
}
