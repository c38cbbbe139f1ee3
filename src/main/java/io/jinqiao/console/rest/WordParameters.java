package io.jinqiao.console.rest;

import io.jinqiao.loan.LoanWord;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads {@code ?word=in-initial-review}. */
@Component
class WordParameters implements Converter<String, LoanWord> {
    @Override
    public LoanWord convert(String text) {
        return LoanWord.of(text);
    }
}
