package io.github.milvusspring.data.repository.support;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.milvusspring.data.repository.Query;

import org.springframework.util.ClassUtils;

/**
 * What a query declared by {@code @Query} or a named query does with the matching rows.
 */
enum DeclaredQueryKind {

	/** Returns them. */
	FIND(""),

	/** Counts them. */
	COUNT("count"),

	/** Checks whether there is one. */
	EXISTS("exists"),

	/** Deletes them. */
	DELETE("delete|remove");

	private final Pattern names;

	DeclaredQueryKind(String words) {
		this.names = Pattern.compile("(" + words + ")(\\p{Lu}.*)?");
	}

	/**
	 * Returns the kind of a query: that of its annotation, or otherwise the one that its
	 * return type implies.
	 * @throws IllegalArgumentException when the name of the method contradicts it
	 */
	static DeclaredQueryKind of(Query query, MilvusQueryMethod method) {
		if (Stream.of(query.count(), query.exists(), query.delete()).filter((flag) -> flag).count() > 1) {
			throw method.refused("has several of count, exists and delete: keep one");
		}
		DeclaredQueryKind purpose = query.count() ? COUNT : query.exists() ? EXISTS : query.delete() ? DELETE : null;
		return checked((purpose != null) ? purpose : ofResult(method), method);
	}

	static DeclaredQueryKind of(MilvusQueryMethod method) {
		return checked(ofResult(method), method);
	}

	private static DeclaredQueryKind ofResult(MilvusQueryMethod method) {
		ReturnShape shape = ReturnShape.of(method.returned());
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(shape.element());
		if (shape.container() != ReturnShape.Container.ONE) {
			return FIND;
		}
		return (boxed == Boolean.class) ? EXISTS : (boxed == Long.class || boxed == Integer.class) ? COUNT : FIND;
	}

	private static DeclaredQueryKind checked(DeclaredQueryKind purpose, MilvusQueryMethod method) {
		for (DeclaredQueryKind named : new DeclaredQueryKind[] { COUNT, EXISTS, DELETE }) {
			if (named != purpose && named.names.matcher(method.getName()).matches()) {
				throw method.refused("has a name that says " + named.name().toLowerCase(java.util.Locale.ROOT)
						+ ", and its query would " + purpose.name().toLowerCase(java.util.Locale.ROOT)
						+ ": write @Query(value = …, " + named.name().toLowerCase(java.util.Locale.ROOT)
						+ " = true), or give it another name");
			}
		}
		return purpose;
	}

}
