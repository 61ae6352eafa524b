package io.github.milvusspring.data.repository.support;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Function;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.Grouping;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.SearchSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.data.mapping.MappingException;

/**
 * The attributes that {@code @VectorSearch}, {@code @FullTextSearch} and
 * {@code @HybridSearch} have in common.
 *
 * @param filter creates the filter of a call
 * @param window the limit and the offset
 * @param grouping the grouping of hits, {@code null} for none
 * @param decimals the number of decimals to which scores are rounded
 * @param ignoreGrowing whether rows in growing segments, which are not yet indexed, are
 * left out
 * @param partitions the partitions to search in a call
 */
record DeclaredSettings(FilterSource filter, SearchWindow window, @Nullable Grouping grouping, int decimals,
		boolean ignoreGrowing, Function<QueryArguments, List<String>> partitions) {

	static DeclaredSettings of(Annotation annotation, AnnotationValues attributes, MilvusPersistentEntity<?> entity,
			ReturnShape shape) {
		MilvusQueryMethod method = attributes.method();
		AnnotationAttributes declared = AnnotationUtils.getAnnotationAttributes(null, annotation);
		String filter = declared.getString("filter");
		Function<QueryArguments, @Nullable Integer> limit = attributes.number("limit", declared.getString("limit"));
		Function<QueryArguments, @Nullable Integer> offset = attributes.number("offset", declared.getString("offset"));
		boolean one = shape.container() == ReturnShape.Container.ONE;
		QueryMethodParameters parameters = method.getParameters();
		if (limit != null && (one || parameters.hasLimitParameter() || parameters.hasPageableParameter())) {
			throw method.refused("has a limit and " + (one ? "returns one row" : "takes a Limit or Pageable")
					+ ": leave one of them out");
		}
		if (offset != null && parameters.hasPageableParameter()) {
			throw method.refused("has an offset and takes a Pageable: leave one of them out");
		}
		int decimals = declared.getNumber("roundDecimal").intValue();
		try {
			SearchWindow window = new SearchWindow(one ? 1 : null, limit, offset);
			return new DeclaredSettings(filter.isBlank() ? FilterSource.ALL : attributes.values().filter(filter),
					window, grouping(declared, entity),
					new SearchSettings(1, 0, SearchSettings.DEFAULT.filter(), null, List.of(), null, decimals, false,
							ReadOptions.DEFAULT)
						.decimals(),
					declared.getBoolean("ignoreGrowing"),
					attributes.names("partition", declared.getStringArray("partitions")));
		}
		catch (MappingException ex) {
			throw method.refused("groups by a field that is not there: " + ex.getMessage());
		}
	}

	private static @Nullable Grouping grouping(AnnotationAttributes declared, MilvusPersistentEntity<?> entity) {
		String field = declared.getString("groupBy");
		if (field.isEmpty()) {
			return null;
		}
		entity.requireProperty(field);
		Grouping grouping = Grouping.by(field).withSize(declared.getNumber("groupSize").intValue());
		return declared.getBoolean("strictGroupSize") ? grouping.strictly() : grouping;
	}

	<Q extends SearchQuery<Q>> Q apply(Q query, QueryArguments arguments, SearchWindow.Rows rows) {
		Q given = rows.apply(query.withFilter(this.filter.filter(arguments)))
			.withRoundDecimal(this.decimals)
			.withIgnoreGrowing(this.ignoreGrowing)
			.withOptions(ReadOptions.inPartitions(this.partitions.apply(arguments).toArray(String[]::new)));
		return (this.grouping != null) ? given.groupedBy(this.grouping) : given;
	}

}
