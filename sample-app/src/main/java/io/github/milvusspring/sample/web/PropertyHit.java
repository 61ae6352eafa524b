package io.github.milvusspring.sample.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.milvusspring.sample.index.FoundProperty;

import org.springframework.data.domain.SearchResult;

/**
 * A property that was found, as JSON.
 *
 * @param property the property
 * @param score how well it fits, the more the better: by meaning at most 1; each way of
 * searching has a scale of its own
 */
record PropertyHit(@JsonUnwrapped FoundProperty property, double score) {

	static PropertyHit of(SearchResult<FoundProperty> result) {
		return new PropertyHit(result.getContent(), result.getScore().getValue());
	}

}
