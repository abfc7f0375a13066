/// The look of a report, in light and dark.
enum HTMLStyle {
    /// The style sheet.
    static let sheet = """
        :root{color-scheme:light dark;--ink:#1c2024;--soft:#667085;--line:#e3e6ea;--card:#fff;--page:#f5f6f8;--bar:#2f7d6b;--bad:#b42318}
        @media(prefers-color-scheme:dark){:root{--ink:#eceef0;--soft:#9aa4b2;--line:#30363d;--card:#1b1f24;--page:#111417;--bar:#4db6a0;--bad:#f97066}}
        *{box-sizing:border-box}
        body{margin:0;padding:2rem clamp(1rem,4vw,3.5rem);background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
        h1{font-size:1.5rem;margin:0 0 .25rem;overflow-wrap:anywhere}
        h2{font-size:1.15rem;margin:2.2rem 0 .8rem}
        h3{font-size:1rem;margin:.7rem .9rem 0}
        .lead{color:var(--soft);margin:0 0 1rem;max-width:46rem}
        dl{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:0 0 1.5rem}
        dt{color:var(--soft);font-size:.75rem}
        dd{margin:0;font-variant-numeric:tabular-nums}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(205px,1fr));gap:1.1rem}
        article{background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden}
        article.source{outline:2px solid var(--bar)}
        article p{margin:.1rem .9rem .5rem;color:var(--soft);overflow-wrap:anywhere}
        article p.small{margin-bottom:.8rem}
        figure{margin:0;background:repeating-conic-gradient(#e8eaed 0 25%,#fff 0 50%) 0 0/18px 18px}
        figure img{display:block;width:100%;height:auto}
        .bars{display:grid;grid-template-columns:auto 1fr auto;gap:.15rem .6rem;margin:.4rem .9rem;font-size:.78rem;align-items:center;font-variant-numeric:tabular-nums}
        .bars i{height:6px;border-radius:3px;background:var(--line);overflow:hidden}
        .bars i b{display:block;height:100%;background:var(--bar)}
        .rejected .bars i b{background:var(--soft)}
        .rejected article>figure img{filter:saturate(.75)}
        ul{margin:.5rem .9rem;padding-left:1rem;font-size:.85rem}
        li b{color:var(--bad);font-weight:600}
        .small{font-size:.78rem}
        .repeat{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:.6rem .9rem}
        .repeat figure{background:none}
        .repeat img{border-radius:5px}
        figcaption{color:var(--soft);font-size:.72rem;line-height:1.35;margin-top:.3rem}
        details{margin:.5rem .9rem .6rem;font-size:.8rem}
        summary{cursor:pointer;color:var(--soft)}
        summary:hover{color:var(--ink)}
        .checks{display:grid;grid-template-columns:minmax(0,1fr) auto auto 2.6rem auto;gap:.1rem .55rem;align-items:center;font-size:.76rem;font-variant-numeric:tabular-nums}
        .checks h4{grid-column:1/-1;margin:.7rem 0 .1rem;padding-bottom:.15rem;border-bottom:1px solid var(--line);font-size:.72rem;font-weight:600;color:var(--soft)}
        .checks b{font-weight:500;overflow-wrap:anywhere}
        .checks b.no{color:var(--bad);font-weight:600}
        .checks span{text-align:right;white-space:nowrap}
        .checks i{position:relative;height:6px;border-radius:3px;background:var(--line);overflow:hidden}
        .checks i:after{content:"";position:absolute;left:50%;top:0;bottom:0;width:1px;background:var(--soft)}
        .checks s{position:absolute;top:0;bottom:0;background:var(--bar)}
        .checks .no+span+span+i s{background:var(--bad)}
        .checks em{grid-column:1/-1;font-style:normal;color:var(--soft);font-size:.72rem;margin-bottom:.2rem}
        @media(min-width:760px){
        article:has(details[open]){grid-column:1/-1;display:grid;grid-template-columns:minmax(220px,26rem) 1fr}
        article:has(details[open])>figure{background:none}
        article:has(details[open]) .bars,article:has(details[open]) .repeat{max-width:30rem}
        details[open] .checks{grid-template-columns:auto auto auto 7rem auto 1fr;gap:.2rem .9rem}
        details[open] .checks em{grid-column:auto;font-size:inherit;margin:0}
        }
        table{border-collapse:collapse;font-size:.9rem}
        td,th{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        footer{margin-top:2.5rem;color:var(--soft);font-size:.8rem}
        """
}
