package io.github.milvusspring.sample.web;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.sample.index.IndexProgress;
import io.github.milvusspring.sample.index.IndexStatus;
import io.github.milvusspring.sample.index.IndexedRows;
import io.github.milvusspring.sample.index.PropertySearch;
import io.github.milvusspring.sample.index.SearchMode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Searches, and says how far the index is.
 */
@RestController
@RequestMapping("/api")
record SearchController(PropertySearch search, IndexedRows indexed, IndexProgress progress) {

	private static final int LARGEST_LIMIT = 100;

	private static final int LONGEST_QUESTION = 1_000;

	@GetMapping("/search")
	List<PropertyHit> search(@RequestParam("q") String question,
			@RequestParam(value = "mode", defaultValue = "both") String name,
			@RequestParam(defaultValue = "5") int limit, @RequestParam(required = false) @Nullable String artifact,
			@RequestParam(required = false) @Nullable Boolean deprecated) {
		require(StringUtils.hasText(question), "q is empty: ask something");
		require(question.length() <= LONGEST_QUESTION, "q is longer than " + LONGEST_QUESTION + " characters");
		require(limit >= 1 && limit <= LARGEST_LIMIT, "limit must be from 1 to " + LARGEST_LIMIT + ", not " + limit);
		SearchMode mode = SearchMode.named(name)
			.orElseThrow(() -> refused("mode must be meaning, words or both, not " + name));
		return this.search
			.search(question.strip(), mode, limit, StringUtils.hasText(artifact) ? artifact : null, deprecated)
			.stream()
			.map(PropertyHit::of)
			.toList();
	}

	@GetMapping("/artifacts")
	Map<String, Integer> artifacts() {
		return this.indexed.artifacts();
	}

	@GetMapping("/status")
	IndexStatus status() {
		return this.progress.status();
	}

	private static void require(boolean fulfilled, String otherwise) {
		if (!fulfilled) {
			throw refused(otherwise);
		}
	}

	private static ResponseStatusException refused(String reason) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
	}

}
