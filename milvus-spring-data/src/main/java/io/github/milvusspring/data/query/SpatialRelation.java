package io.github.milvusspring.data.query;

/**
 * A spatial relation between two geometries, of which the geometry of the row is the
 * first.
 *
 * <p>
 * Milvus 2.6 and newer support all relations. Milvus Lite supports only
 * {@link #CONTAINS}, {@link #INTERSECTS} and {@link #WITHIN}.
 */
public enum SpatialRelation {

	/** Both are the same: {@code st_equals(field, "…")}. */
	EQUALS(Predicate.Function.ST_EQUALS),

	/** They have only points of their boundaries in common: {@code st_touches}. */
	TOUCHES(Predicate.Function.ST_TOUCHES),

	/**
	 * They share a part that has the same dimension as they have: {@code st_overlaps}.
	 */
	OVERLAPS(Predicate.Function.ST_OVERLAPS),

	/** They cross each other: {@code st_crosses}. */
	CROSSES(Predicate.Function.ST_CROSSES),

	/** The first holds the second: {@code st_contains}. */
	CONTAINS(Predicate.Function.ST_CONTAINS),

	/** They have a point in common: {@code st_intersects}. */
	INTERSECTS(Predicate.Function.ST_INTERSECTS),

	/** The first is within the second: {@code st_within}. */
	WITHIN(Predicate.Function.ST_WITHIN);

	private final Predicate.Function function;

	SpatialRelation(Predicate.Function function) {
		this.function = function;
	}

	Predicate.Function function() {
		return this.function;
	}

}
