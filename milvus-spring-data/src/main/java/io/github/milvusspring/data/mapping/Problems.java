package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects the problems of an entity, so that all of them are reported together, each
 * with its remedy.
 */
final class Problems {

	private final List<String> texts;

	private final String prefix;

	Problems() {
		this(new ArrayList<>(), "");
	}

	private Problems(List<String> texts, String prefix) {
		this.texts = texts;
		this.prefix = prefix;
	}

	/** Returns a view of this collector that begins each problem with some words. */
	Problems beginningWith(String words) {
		return new Problems(this.texts, this.prefix + words);
	}

	/** Returns a view of this collector for the problems of one property. */
	Problems of(MilvusPersistentProperty property) {
		return beginningWith("property '" + property.getName() + "' ");
	}

	void add(String problem) {
		this.texts.add(this.prefix + problem);
	}

	void addAll(Collection<String> problems) {
		problems.forEach(this::add);
	}

	boolean isEmpty() {
		return this.texts.isEmpty();
	}

	List<String> texts() {
		return this.texts;
	}

}
