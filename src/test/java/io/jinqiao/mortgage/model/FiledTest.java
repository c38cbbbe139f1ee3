package io.jinqiao.mortgage.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiledTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "云𬱖, 云𬱖, -, true",
        "云𬱖, 云 𬱖, -, true",
        "云𬱖, 样例甲、云𬱖, -, true",
        "云𬱖, 样例甲 云𬱖, -, true",
        "云𬱖, 云𬱖甲, -, false",
        "JOHN SMITH, John Smith, -, true",
        "JOHN SMITH, 样例甲；JOHN SMITH, -, true",
        "云𬱖, 云𬱖, 11010519491231002x, true",
        "云𬱖, 云𬱖, 999999198001010000, false",
        "云𬱖, 样例甲、云𬱖, 999999198001010000、11010519491231002X, true",
        "云𬱖, 云𬱖、样例甲, 999999198001010000、11010519491231002X, false",
        "云𬱖, 云𬱖、JOHN SMITH, 999999198001010000、11010519491231002X, false",
        "云𬱖, 样例甲、云𬱖, 11010519491231002X, true",
        "云𬱖, 云𬱖, 110105491231002, true",
        "云𬱖, JOHN SMITH、云𬱖, A1234567、110105491231002, true",
        "云𬱖, JOHN SMITH、云𬱖, 110105491231002、A1234567, false",
        "云𬱖, 云𬱖, 110105491231003, false",
        "云𬱖, 云𬱖, 1101051949123100, false",
    })
    @DisplayName("a mortgagor is found by name, and by the number that belongs to the name where numbers are told")
    void among(String name, String names, String numbers, boolean found) {
        assertThat(new Filed.Mortgagor(name, "11010519491231002X").among(names, numbers)).isEqualTo(found);
    }
}
