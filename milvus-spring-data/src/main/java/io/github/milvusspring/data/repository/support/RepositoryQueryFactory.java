package io.github.milvusspring.data.repository.support;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.repository.FullTextSearch;
import io.github.milvusspring.data.repository.HybridSearch;
import io.github.milvusspring.data.repository.Query;
import io.github.milvusspring.data.repository.VectorSearch;

import org.springframework.data.domain.Window;
import org.springframework.data.repository.core.NamedQueries;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ValueExpressionDelegate;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * Creates the query of a repository method from its annotation, from a named query, or
 * otherwise from its name.
 *
 * @param operations the operations that execute the query
 * @param entity the entity of the repository
 * @param expressions parses and evaluates the expressions in annotations
 * @param lookup the query lookup strategy
 */
record RepositoryQueryFactory(MilvusOperations operations, MilvusPersistentEntity<?> entity,
		ValueExpressionDelegate expressions, QueryLookup lookup) {

	/**
	 * Creates the query of a method.
	 * @throws IllegalArgumentException when the method is invalid or needs something that
	 * Milvus does not support
	 */
	RepositoryQuery query(MilvusQueryMethod method, NamedQueries namedQueries) {
		method.requireBlocking();
		List<? extends Annotation> annotations = Stream
			.of(VectorSearch.class, FullTextSearch.class, HybridSearch.class, Query.class)
			.map(method::annotation)
			.filter(Objects::nonNull)
			.toList();
		if (annotations.size() > 1) {
			throw method.refused("has several of @VectorSearch, @FullTextSearch, @HybridSearch and @Query: keep one");
		}
		requireNoStrayMarks(method, annotations);
		String name = method.getNamedQueryName();
		boolean named = annotations.isEmpty() && namedQueries.hasQuery(name);
		this.lookup.check(method, named || !annotations.isEmpty());
		if (named) {
			return declared(namedQueries.getQuery(name), new String[0], DeclaredQueryKind.of(method), method);
		}
		if (annotations.isEmpty()) {
			return derived(method);
		}
		Annotation annotation = annotations.get(0);
		return (annotation instanceof Query query) ? declared(query, method) : search(annotation, method);
	}

	private static void requireNoStrayMarks(MilvusQueryMethod method, List<? extends Annotation> annotations) {
		boolean search = !annotations.isEmpty() && !(annotations.get(0) instanceof Query);
		for (MilvusParameter parameter : method.getParameters()) {
			if (parameter.isMarked() && !search) {
				throw method.refused("marks its " + parameter + " @Near or @Match without being a search: add "
						+ "@VectorSearch, @FullTextSearch or @HybridSearch to the method");
			}
		}
	}

	private RepositoryQuery search(Annotation annotation, MilvusQueryMethod method) {
		ReturnShape shape = SearchRules.shape(method);
		AnnotationValues attributes = attributes(method);
		SearchSource source;
		if (annotation instanceof VectorSearch search) {
			source = DeclaredSearch.of(search, attributes, this.entity, shape);
		}
		else if (annotation instanceof FullTextSearch search) {
			source = DeclaredSearch.of(search, attributes, this.entity, shape);
		}
		else {
			source = new HybridSearchSource((HybridSearch) annotation, attributes, this.entity, shape);
		}
		return new SearchCall(method, this.operations, this.entity, shape, source);
	}

	private RepositoryQuery declared(Query query, MilvusQueryMethod method) {
		return declared(query.value(), query.partitions(), DeclaredQueryKind.of(query, method), method);
	}

	private RepositoryQuery declared(String expression, String[] partitions, DeclaredQueryKind purpose,
			MilvusQueryMethod method) {
		AnnotationValues attributes = attributes(method);
		RowFilter rows = new RowFilter(attributes.values().filter(expression),
				attributes.names("partition", partitions));
		attributes.values().requireAllUsed();
		return switch (purpose) {
			case COUNT -> new CountQuery(method, this.operations, this.entity, rows);
			case EXISTS -> new ExistsQuery(method, this.operations, this.entity, rows);
			case DELETE -> new DeleteQuery(method, this.operations, this.entity, rows);
			case FIND -> {
				requireWindowSize(method, false);
				yield new RowQuery(method, this.operations, this.entity, null, rows);
			}
		};
	}

	private static void requireWindowSize(MilvusQueryMethod method, boolean limited) {
		boolean window = Window.class.isAssignableFrom(method.returned().getType());
		if (window && !limited && !method.getParameters().hasLimitParameter()) {
			throw method.refused("returns a Window without saying how large one is: add a parameter of type Limit, or "
					+ "begin its name with, for example, findTop20By");
		}
	}

	private RepositoryQuery derived(MilvusQueryMethod method) {
		PartTree tree = new PartTree(method.getName(), this.entity.getType());
		DerivedQueryRules.check(method, tree, this.entity);
		if (tree.getParts().stream().anyMatch(DerivedQueryRules::isVectorPart)) {
			ReturnShape shape = SearchRules.shape(method);
			return new SearchCall(method, this.operations, this.entity, shape,
					new DerivedSearch(method, this.entity, tree, shape));
		}
		RowFilter rows = RowFilter.of((arguments) -> new FilterCreator(tree, arguments).createQuery());
		if (tree.isCountProjection()) {
			return new CountQuery(method, this.operations, this.entity, rows);
		}
		if (tree.isExistsProjection()) {
			return new ExistsQuery(method, this.operations, this.entity, rows);
		}
		if (tree.isDelete()) {
			return new DeleteQuery(method, this.operations, this.entity, rows);
		}
		requireWindowSize(method, tree.isLimiting());
		return new RowQuery(method, this.operations, this.entity, tree.getMaxResults(), rows);
	}

	private AnnotationValues attributes(MilvusQueryMethod method) {
		return new AnnotationValues(method, new MethodValues(method,
				this.operations.getConverter().entity(this.entity.getType()).filterFields(), this.expressions));
	}

}
