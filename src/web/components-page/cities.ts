import type { Language } from "../../core/language.ts";

export interface SampleCity {
  id: string;
  name: Record<Language, string>;
  longitude: number;
  latitude: number;
}

export const japanese = listCities(`
saitama 埼玉県 埼玉县 Saitama 139.65 35.86
tokyo 東京都 东京都 Tokyo 139.69 35.69
toyama 富山県 富山县 Toyama 137.21 36.7
nagano 長野県 长野县 Nagano 138.18 36.65
hyogo 兵庫県 兵库县 Hyogo 135.0 34.9
fukuoka 福岡県 福冈县 Fukuoka 130.42 33.61
kawasaki 川崎市 川崎市 Kawasaki 139.7 35.53
yokkaichi 四日市市 四日市市 Yokkaichi 136.62 34.97
kobe 神戸市 神户市 Kobe 135.19 34.69
kitakyushu 北九州市 北九州市 Kitakyushu 130.88 33.88
oita 大分市 大分市 Oita 131.61 33.24`);

export const chinese = listCities(`
beijing 北京市 北京市 Beijing 116.4 39.9
tianjin 天津市 天津市 Tianjin 117.2 39.13
hebei 河北省 河北省 Hebei 114.5 38.04
tangshan 唐山市 唐山市 Tangshan 118.18 39.63
handan 邯鄲市 邯郸市 Handan 114.49 36.61
shanxi 山西省 山西省 Shanxi 112.55 37.87
liaoning 遼寧省 辽宁省 Liaoning 123.43 41.8
shenyang 瀋陽市 沈阳市 Shenyang 123.43 41.75
dalian 大連市 大连市 Dalian 121.61 38.91
jiangsu 江蘇省 江苏省 Jiangsu 118.8 32.06
shanghai 上海市 上海市 Shanghai 121.47 31.23
wuhan 武漢市 武汉市 Wuhan 114.3 30.59
guangdong 広東省 广东省 Guangdong 113.26 23.13
chongqing 重慶市 重庆市 Chongqing 106.55 29.56
xian 西安市 西安市 Xi’an 108.94 34.34
xiamen 廈門市 厦门市 Xiamen 118.09 24.48
zhuhai 珠海市 珠海市 Zhuhai 113.58 22.27`);

export const pairs =
  `saitama shanxi A;tokyo beijing B;toyama liaoning B;nagano hebei A;hyogo guangdong A;fukuoka jiangsu B
kawasaki shenyang B;yokkaichi tianjin A;kobe tianjin A;kitakyushu shanghai B;kitakyushu wuhan A;kitakyushu handan A
kitakyushu tianjin B;kitakyushu tangshan A;kitakyushu dalian A;oita wuhan A`
    .split(/[;\n]/)
    .map((line) => line.trim().split(" ") as [string, string, "A" | "B"]);

function listCities(text: string): SampleCity[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [id = "", ja = "", zh = "", en = "", longitude, latitude] = line.split(" ");
      return { id, name: { ja, zh, en }, longitude: Number(longitude), latitude: Number(latitude) };
    });
}
